/** What the app says outside of its window, in English. Functions take what stands in the sentence. */
export const en = {
  capture: {
    readRegion: 'Read a Region',
    askRegion: 'Ask About a Region',
    readAgain: 'Read the Same Region Again',
    readScreen: 'Read the Whole Screen',
    readWindow: 'Read a Window'
  },
  tray: {
    recent: 'Recent Captures',
    noRecent: 'No captures yet',
    withoutText: 'No text',
    undo: 'Put the Previous Clipboard Back',
    open: 'Open Glyphlens',
    pause: 'Pause the Queue',
    resume: 'Go On With the Queue',
    settings: 'Settings…',
    quit: 'Quit Glyphlens',
    waiting: (count: number): string =>
      count === 1 ? 'Glyphlens: 1 picture waits' : `Glyphlens: ${count} pictures wait`
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    capture: 'Capture',
    addFiles: 'Add Pictures…',
    addFolder: 'Add a Folder…',
    settings: 'Settings…',
    library: 'Library',
    diagnostics: 'Diagnostics',
    dataFolder: 'Show the Data Folder',
    welcome: 'Welcome',
    about: 'About Glyphlens',
    hide: 'Hide Glyphlens',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    services: 'Services',
    quit: 'Quit Glyphlens',
    close: 'Close Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    actualSize: 'Actual Size',
    larger: 'Larger',
    smaller: 'Smaller',
    fullScreen: 'Full Screen',
    reload: 'Reload',
    tools: 'Developer Tools',
    copyLink: 'Copy Link'
  },
  dialogs: {
    pictures: 'Pictures and PDFs',
    allFiles: 'All files',
    addFiles: 'Add pictures',
    addFolder: 'Add a folder',
    restart: (version: string): string => `Glyphlens ${version} is ready.`,
    restartDetail: 'It is put in place when the app starts again. What is being worked on goes on afterwards.',
    restartNow: 'Start Again Now',
    later: 'Later'
  },
  notices: {
    batchDone: (title: string): string => `${title} is done`,
    batchCounts: (done: number, failed: number): string =>
      failed === 0 ? `${done} read or answered.` : `${done} read or answered, ${failed} failed.`,
    openLibrary: 'Open the Library'
  },
  confirmHost: {
    message: (host: string): string => `Send pictures and the key to ${host}?`,
    detail: (provider: string): string =>
      `This address is not the usual one of ${provider}. Whoever runs it sees the pictures that you ask about, and the key.`,
    yes: 'Use This Address',
    no: 'Cancel'
  },
  libraryPlace: {
    title: 'Choose an empty folder for the library',
    no: 'Cancel',
    move: {
      message: 'Move the library?',
      detail: (folder: string): string =>
        `Everything is copied to ${folder} and looked at. Then Glyphlens starts again, and the former folder is removed.`,
      yes: 'Move'
    },
    open: {
      message: 'Open the library that lies there?',
      detail: (folder: string): string =>
        `There is a library in ${folder}. Glyphlens starts again with it; the present one stays where it is.`,
      yes: 'Open'
    },
    begin: {
      message: 'Begin a new library?',
      detail: (folder: string): string =>
        `The present library cannot be opened. An empty one is made in ${folder}, and Glyphlens starts again with it.`,
      yes: 'Begin'
    }
  }
}

/** Every language has the same words. */
export type Words = typeof en
