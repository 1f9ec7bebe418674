export { ResultPane } from './ResultPane.tsx'
