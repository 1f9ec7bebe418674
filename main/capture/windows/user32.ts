import { mostWindows, numberLines, systemWindow, type WindowTool } from './system-window.ts'

/**
 * Top windows that can be seen, front to back. Each line: handle, extended style, left, top, right, bottom. The place is the window
 * manager's (attribute 9): in pixels of the screen whatever the scale of this process, and without the invisible border. What
 * it has cloaked (attribute 14) lies on another desktop or sleeps.
 */
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -Namespace Glyphlens -Name Desktop -MemberDefinition @'
struct Box { public int Left; public int Top; public int Right; public int Bottom; }
delegate bool Visit(IntPtr window, IntPtr state);
[DllImport("user32.dll")] static extern bool EnumWindows(Visit visit, IntPtr state);
[DllImport("user32.dll")] static extern bool IsWindowVisible(IntPtr window);
[DllImport("user32.dll")] static extern bool IsIconic(IntPtr window);
[DllImport("user32.dll")] static extern int GetWindowLong(IntPtr window, int index);
[DllImport("user32.dll", CharSet = CharSet.Unicode)]
static extern int GetClassName(IntPtr window, System.Text.StringBuilder name, int size);
[DllImport("dwmapi.dll")] static extern int DwmGetWindowAttribute(IntPtr window, int attribute, out Box box, int size);
[DllImport("dwmapi.dll", EntryPoint = "DwmGetWindowAttribute")]
static extern int DwmGetWindowFlag(IntPtr window, int attribute, out int flag, int size);
public static string List() {
  System.Text.StringBuilder lines = new System.Text.StringBuilder();
  EnumWindows(delegate(IntPtr window, IntPtr state) {
    Box box;
    int cloaked;
    if (!IsWindowVisible(window) || IsIconic(window)) return true;
    if (DwmGetWindowFlag(window, 14, out cloaked, 4) == 0 && cloaked != 0) return true;
    if (DwmGetWindowAttribute(window, 9, out box, 16) != 0) return true;
    System.Text.StringBuilder name = new System.Text.StringBuilder(64);
    GetClassName(window, name, 64);
    if (name.ToString() == "Progman" || name.ToString() == "WorkerW") return true;
    lines.AppendFormat("{0} {1} {2} {3} {4} {5}\\n", window.ToInt64(), GetWindowLong(window, -20),
      box.Left, box.Top, box.Right, box.Bottom);
    return true;
  }, IntPtr.Zero);
  return lines.ToString();
}
'@
[Glyphlens.Desktop]::List()
`

/** WS_EX_TRANSPARENT: clicks go through it to what lies behind, as through the overlays of games and recorders. */
const clickThrough = 0x20

/** Windows, by its own PowerShell; `root` is the folder of the system. */
export function user32(root: string): WindowTool {
  return {
    program: `${root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    arguments: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
    unit: 'pixel',
    read: (output) =>
      numberLines(output, 6)
        .flatMap(([id = 0, style = 0, left = 0, top = 0, right = 0, bottom = 0]) => {
          const window = systemWindow(id, { x: left, y: top, width: right - left, height: bottom - top })
          return (style & clickThrough) === 0 && window !== undefined ? [window] : []
        })
        .slice(0, mostWindows)
  }
}
