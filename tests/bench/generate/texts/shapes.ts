export interface ChatMessage {
  readonly name: string
  readonly time: string
  readonly text: string
}

export interface TableText {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The words of a window with a menu, a list of sections, groups of settings and a status bar. */
export interface InterfaceText {
  readonly menu: readonly string[]
  readonly sections: readonly string[]
  readonly groups: readonly { readonly title: string; readonly entries: readonly string[] }[]
  readonly status: readonly string[]
}
