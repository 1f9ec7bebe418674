/** What a capture is called in the library: with the time to the second, as it is on this machine. */
export function captureName(time: Date, language: 'en' | 'zh-CN'): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  // No colons: the name may become that of a file.
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('.')
  return `${language === 'zh-CN' ? '截图' : 'Capture'} ${day} ${clock}`
}
