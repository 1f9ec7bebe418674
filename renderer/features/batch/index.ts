export { BatchRoom } from './BatchRoom.tsx'
