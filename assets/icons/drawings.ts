/** Lines of text under a lens, the middle one read. In a square of 100; `ink` draws the lens, `read` the line. */
function lens({ ink, read, width }: { readonly ink: string; readonly read: string; readonly width: number }): string {
  return `
    <g fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round">
      <circle cx="45" cy="45" r="29"/>
      <path d="M66.5 66.5 L83 83"/>
      <path d="M33 34.5 H54"/>
      <path d="M33 55.5 H48"/>
    </g>
    <path d="M29 45 H61" fill="none" stroke="${read}" stroke-width="${width}" stroke-linecap="round"/>`
}

/** The app's icon: on a plate with the margin that macOS and Windows leave around theirs. */
export const appIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
  <rect x="10" y="10" width="108" height="108" rx="25" fill="#254893"/>
  <g transform="translate(15.5 15.5) scale(0.97)">${lens({ ink: '#ffffff', read: '#ffc65c', width: 6.5 })}</g>
</svg>`

/** For the tray: no plate. On macOS a template, of which the system takes the shape only. */
export function trayIcon(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="8 8 84 84">${lens({ ink: colour, read: colour, width: 7.5 })}</svg>`
}
