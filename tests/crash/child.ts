import { createQueue } from '../../main/jobs/queue/queue.ts'
import { hasRoom } from '../../main/jobs/runner/room.ts'
import { createRunner } from '../../main/jobs/runner/runner.ts'
import { createPictures } from '../../main/library/pictures.ts'
import { openStore } from '../../main/store/store.ts'
import { callExecutor, fileExecutor } from './executors.ts'

/** What the process tells: a job ended, or nothing is left that it can do. */
export type ChildMessage =
  | { readonly kind: 'left'; readonly uid: string; readonly state: string }
  | { readonly kind: string }

// One process that works the queue off until it is killed, or told to stop.
const [folder = '', url = '', milliseconds = ''] = process.argv.slice(2)
const store = openStore(folder)
const pictures = createPictures({
  store,
  makeThumbnail: () => Promise.reject(new Error('no thumbnails here')),
  now: Date.now
})
const queue = createQueue({ store })

function tell(message: ChildMessage): void {
  if (process.connected) process.send?.(message)
}

const runner = createRunner({
  queue,
  executors: {
    device: fileExecutor((picture) => pictures.path(picture), Number(milliseconds)),
    vision: callExecutor(url)
  },
  hasRoom: () => hasRoom(folder),
  onEvent: (event) => {
    if (event.kind === 'trouble') throw event.failure
    tell(event.kind === 'left' ? { kind: 'left', uid: event.job.uid, state: event.job.state } : { kind: event.kind })
  }
})

async function stop(): Promise<void> {
  await runner.stop()
  store.close()
  process.disconnect()
}

process.on('message', () => void stop())
runner.start()
