export { DiagnosticsRoom } from './DiagnosticsRoom.tsx'
