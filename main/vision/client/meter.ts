const lineFeed = 0x0a
const carriageReturn = 0x0d
const colon = 0x3a

/** Watches the bytes of an event stream without parsing them. */
export interface EventMeter {
  /** Counts a chunk; returns whether it held anything but comments and blank lines. */
  readonly feed: (chunk: Uint8Array) => boolean
  /** Bytes of the event that is not complete yet, comments aside. */
  readonly pending: () => number
}

/** Comments (lines that begin with a colon) only keep a connection open: they are no sign of life of a model. */
export function createEventMeter(): EventMeter {
  let lineStart = true
  let comment = false
  let afterReturn = false
  let event = 0
  return {
    feed(chunk) {
      let data = false
      for (const byte of chunk) {
        const secondHalf = byte === lineFeed && afterReturn
        afterReturn = byte === carriageReturn
        if (secondHalf) continue
        if (byte === lineFeed || byte === carriageReturn) {
          // A blank line ends an event.
          if (lineStart) event = 0
          lineStart = true
          comment = false
          continue
        }
        if (lineStart) comment = byte === colon
        lineStart = false
        if (comment) continue
        event++
        data = true
      }
      return data
    },
    pending: () => event
  }
}
