import { createRoot } from 'react-dom/client'

const root = document.querySelector('#root')
if (root === null) throw new TypeError('the page has no place for the window')
createRoot(root).render(<main>Overlay</main>)
