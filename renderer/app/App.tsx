/** The shell of the main window. */
export function App() {
  return <main>Glyphlens</main>
}
