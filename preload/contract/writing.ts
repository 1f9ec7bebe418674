/** Pure functions of text that both sides of the bridge use: what is copied in the window is what the app writes. */
export { writeTables } from '../../main/tasks/write/tables.ts'
