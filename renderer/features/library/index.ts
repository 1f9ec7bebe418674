export { LibraryPane } from './LibraryPane.tsx'
