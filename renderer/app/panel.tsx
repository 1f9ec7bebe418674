import '../features/capture/capture.css'
import '../features/capture/panel/panel.css'
import { createRoot } from 'react-dom/client'
import { Panel } from '../features/capture/panel/Panel.tsx'

const root = document.querySelector('#root')
if (root === null) throw new TypeError('the page has no place for the window')
createRoot(root).render(<Panel />)
