/** In place of Electron where there is none; whoever imports it as a value fails at once. */
export const app: never = absent()

function absent(): never {
  throw new Error(
    'There is no Electron in plain Node: keep the decision apart from its wiring, or mock it in this test.'
  )
}
