/** How Windows knows the app: its notifications and its place in the taskbar go by this; that of `electron-builder.yml`. */
export const appId = 'app.glyphlens.desktop'

/** Scheme of links that open the library, as `electron-builder.yml` has it. */
export const linkScheme = 'glyphlens'
