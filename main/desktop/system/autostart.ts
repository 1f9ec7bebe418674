/** With which the app is started at login: it stays in the tray. */
export const quietSwitch = '--hidden'

/** A file of the XDG autostart specification that starts a program at login. `program` is an absolute path. */
export function autostartFile(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Glyphlens',
    `Exec=${quoted(program)} ${quietSwitch}`,
    'Icon=glyphlens',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    ''
  ].join('\n')
}

/**
 * An argument of a desktop entry: in quotes, with what a shell takes for more than a letter escaped, the backslash once more
 * for the file itself, and a percent sign doubled (Desktop Entry Specification 1.5, "The Exec key").
 */
function quoted(argument: string): string {
  const escaped = argument.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`)
  return `"${escaped.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`
}
