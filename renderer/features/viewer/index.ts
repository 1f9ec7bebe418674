export { type Highlight, isSame, type Target, useHighlight } from './highlight.ts'
export { Viewer } from './Viewer.tsx'
