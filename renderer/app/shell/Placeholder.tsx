/** Stands where a room is about to be. */
export function Placeholder() {
  return null
}
