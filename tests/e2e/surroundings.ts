import { join } from 'node:path'

/** What a program needs to run at all, on each system; nothing of the person who runs the tests, and no keys. */
const passed = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'WINDIR',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'XDG_RUNTIME_DIR',
  'NODE_V8_COVERAGE'
]

/** The environment of an app under test. */
export function surroundings(home: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]))
  return {
    ...Object.fromEntries(kept),
    LANG: 'C.UTF-8',
    // Of a checkout, Node of npm runs the engine: Electron's own binary does not.
    npm_node_execpath: process.execPath,
    GLYPHLENS_HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    ...extra
  }
}
