export const diagnostics = {
  title: 'Diagnostics',
  refresh: 'Look again',
  copy: 'Copy report',
  copied: 'The report is on the clipboard',
  looking: 'Looking at everything…',
  private: 'The report has no names of files, no keys, and nothing of your pictures.',
  well: 'All is well.',
  bad_one: '{{count}} thing does not work.',
  bad_other: '{{count}} things do not work.',
  doubtful_one: '{{count}} thing deserves a look.',
  doubtful_other: '{{count}} things deserve a look.',
  rooms: {
    app: 'App',
    engine: 'Engine',
    pack: 'Model pack',
    displays: 'Displays',
    hotkeys: 'Hotkeys',
    keyring: 'Keys',
    network: 'Network',
    library: 'Library',
    capture: 'Capture'
  },
  states: {
    good: 'Good',
    doubtful: 'Doubtful',
    bad: 'Bad'
  },
  times: {
    title: 'Times of the last captures',
    wait: 'Wait',
    last_one: 'The last capture',
    last_other: 'The last {{count}} captures',
    median: 'Half of them within',
    longest: 'Longest',
    overlay: 'Hotkey to overlay',
    text: 'Release to text'
  }
} as const
