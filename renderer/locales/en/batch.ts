export const batch = {
  title: 'Batch',
  loading: 'Looking at the queue…',
  list: 'Batches',
  doneOf: '{{done}} of {{total}}',
  failedCount_one: '{{formatted}} failed',
  failedCount_other: '{{formatted}} failed',
  waitingCount_one: '{{formatted}} waits',
  waitingCount_other: '{{formatted}} wait',
  paused: 'Paused',
  listing: 'still looking for files',
  watching: 'watches for new files',
  rateSecond: '{{rate}} a second',
  rateMinute: '{{rate}} a minute',
  timeLeft: 'about {{time}} left',
  queue: {
    label: 'The queue',
    working: 'Working',
    idle: 'Nothing to do',
    paused: 'The queue is paused',
    empty: 'Everything is done.',
    left_one: '{{formatted}} left',
    left_other: '{{formatted}} left',
    pause: 'Pause all',
    resume: 'Go on'
  },
  waiting: {
    offline_one: '{{formatted}} waits for the network',
    offline_other: '{{formatted}} wait for the network',
    'needs-key_one': '{{formatted}} needs a key',
    'needs-key_other': '{{formatted}} need a key',
    rate_one: '{{formatted}} waits: too many calls',
    rate_other: '{{formatted}} wait: too many calls',
    quota_one: '{{formatted}} waits for the quota',
    quota_other: '{{formatted}} wait for the quota',
    'disk-full_one': '{{formatted}} waits for room on the disk',
    'disk-full_other': '{{formatted}} wait for room on the disk',
    paused_one: '{{formatted}} is paused',
    paused_other: '{{formatted}} are paused',
    retry_one: '{{formatted}} is tried again soon',
    retry_other: '{{formatted}} are tried again soon',
    unsure_one: '{{formatted}} asks for your word',
    unsure_other: '{{formatted}} ask for your word'
  },
  files: {
    label: 'Files',
    all: 'All',
    open: 'Not done',
    done: 'Done',
    failed: 'Failed',
    refused: 'Refused',
    nothing: 'No such files',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more'
  },
  actions: {
    retry: 'Retry failed',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel',
    export: 'Export all',
    unwatch: 'Stop watching'
  },
  cancel: {
    title: 'Cancel {{title}}?',
    text: 'What is not done yet is cancelled. Answers that are there stay, and each file can be tried again later.',
    action: 'Cancel the batch'
  },
  new: {
    label: 'New batch',
    folder: 'A folder…',
    files: 'Files or PDFs…',
    watch: 'Watch a folder…'
  },
  watch: {
    title: 'Watch {{name}}',
    text: 'Every picture and PDF that arrives in this folder from now on is taken in. What is there already is left alone.',
    goes: 'Each picture goes to {{name}}, and each is at least one call.',
    begin: 'Watch',
    begun: '{{name}} is watched now'
  },
  empty: {
    title: 'No batches yet',
    text: 'Read or ask about a whole folder, many files, or the pages of a PDF at once. You can go on working meanwhile.'
  }
} as const
