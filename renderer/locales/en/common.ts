export const common = {
  retry: 'Try again',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  copyProblem: 'Copy details',
  save: 'Save',
  remove: 'Remove',
  delete: 'Delete',
  edit: 'Edit',
  done: 'Done',
  more: 'More',
  open: 'Open',
  rail: {
    label: 'Main',
    capture: 'Capture',
    add: 'Add',
    library: 'Library',
    batch: 'Batch',
    settings: 'Settings',
    palette: 'Commands',
    waiting_one: '{{count}} picture in the queue',
    waiting_other: '{{count}} pictures in the queue'
  },
  panes: {
    library: 'Library',
    viewer: 'Picture',
    result: 'Result',
    composer: 'Ask',
    libraryWidth: 'Width of the library',
    resultWidth: 'Width of the picture',
    showLibrary: 'Show the library',
    hideLibrary: 'Hide the library'
  },
  loading: {
    window: 'Opening the library…',
    windowLong: 'After a sudden end all of it is looked through first. In a large library that takes a while.',
    room: 'Loading…'
  },
  drop: {
    title: 'Drop to read',
    text: 'Pictures, PDFs, folders, or a link to a picture'
  },
  nothing: {
    title: 'Nothing chosen yet',
    text: 'Drop a picture anywhere, paste one, or capture a part of the screen.',
    capture: 'Capture a region',
    add: 'Add pictures',
    sample: 'Try a sample'
  },
  address: {
    title: 'Add from an address',
    label: 'Address of a picture',
    text: 'It is fetched once, from this address only.',
    add: 'Add'
  },
  refused_one: '{{name}} was not taken in',
  refused_other: '{{count}} files were not taken in',
  update: {
    ready: 'Version {{version}} is ready.',
    install: 'Restart and install'
  },
  deleted_one: '{{count}} entry deleted',
  deleted_other: '{{count}} entries deleted',
  textCopied: 'Text copied'
} as const
