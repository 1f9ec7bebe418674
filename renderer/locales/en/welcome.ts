export const welcome = {
  title: 'Ask any picture on your screen',
  text: 'Glyphlens reads its text on this machine, without a network, and asks a model of your choice what it means.',
  language: 'Language',
  go: 'Start',
  samples: {
    receipt: 'A receipt',
    chart: 'A chart',
    orders: 'A table',
    notice: 'A notice',
    editor: 'An editor'
  },
  try: {
    title: 'Try it at once',
    which: 'Sample',
    button: 'Read this picture',
    local: 'On this machine. No key, no network.',
    reading: 'Reading…',
    done: 'Read on this machine, and kept in your library.',
    text: 'What the picture says',
    open: 'Open in the library',
    nothing: 'Nothing was read. Try once more.'
  },
  capture: {
    title: 'Read anything you see',
    try: 'Try a capture',
    change: 'Change the hotkey',
    states: {
      works: 'Press it in any program and drag over the screen. The text is on the clipboard when you let go.',
      unproven:
        'Registered, but this system does not say whether it arrives. When nothing happens, set a shortcut for “glyphlens --capture” in the system’s settings.',
      off: 'No hotkey is set yet. You can capture from here, from the tray, or choose a hotkey.',
      failed: 'The hotkey could not be registered: another program has it. Choose another one.',
      conflict: 'Two actions have this hotkey. Choose another one.'
    }
  },
  key: {
    title: 'Ask a model (optional)',
    text: 'For questions, charts, tables and objects. Needs a key of a provider, or a model on your own machine.',
    stored: 'A key for {{name}} that ends with {{end}} is ready.',
    add: 'Add a key',
    look: 'Show',
    fold: 'Fold',
    provider: 'Provider'
  }
} as const
