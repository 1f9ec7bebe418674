/** What a capture is called in the library: with the time to the second, as it is on this machine. */
export function captureName(time: Date, language: 'en' | 'zh-CN'): string {
  const day = [time.getFullYear(), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join('-')
  // No colons: the name may become that of a file.
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join('.')
  return `${language === 'zh-CN' ? '截图' : 'Capture'} ${day} ${clock}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
