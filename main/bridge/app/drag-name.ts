/** What some file system does not take in a name, controls, and marks that would turn the letters around. */
const forbidden = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu
/** Names of devices on Windows, whatever stands behind a dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Characters of a name before its ending. */
const longest = 100

/** The name of a file for a picture that is dragged out: as it came, with the ending of its format. */
export function dragName(name: string, format: string): string {
  const plain = name.replaceAll(forbidden, ' ').replaceAll(/\s+/g, ' ').trim()
  const base = plain
    .replace(/\.[a-z][a-z0-9]{1,4}$/i, '')
    .slice(0, longest)
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const safe = base === '' || device.test(base) ? `picture ${base}`.trim() : base
  return `${safe}.${format === 'jpeg' ? 'jpg' : format}`
}
