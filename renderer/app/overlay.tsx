import '../features/capture/capture.css'
import '../features/capture/overlay/overlay.css'
import { createRoot } from 'react-dom/client'
import { OverlayPage } from '../features/capture/overlay/Overlay.tsx'

const root = document.querySelector('#root')
if (root === null) throw new TypeError('the page has no place for the window')
createRoot(root).render(<OverlayPage />)
