/** What a prompt asks for, as far as the server tells answers apart. */
export type Marker =
  | 'probe'
  | 'ladder'
  | 'detect'
  | 'chart'
  | 'table'
  | 'translate'
  | 'code'
  | 'ocr'
  | 'ask'
  | 'describe'

/** Keys of the formats: whoever asks for one of them means it, whatever else the prompt says. */
const formats: readonly (readonly [Marker, RegExp])[] = [
  ['ladder', /"codes"/],
  ['detect', /\bb?box_2d\b/],
  ['chart', /"series"/],
  ['table', /Markdown tables only|只用 Markdown 表格/]
]

/** Words by which the first line of a prompt gives itself away, the most telling first. */
const openings: readonly (readonly [Marker, RegExp])[] = [
  ['probe', /\bword is written\b|\bwhich word\b|写着.{0,6}单词|哪个单词/i],
  ['translate', /\btranslate\b|译成|翻译/i],
  ['detect', /\blocate\b|\bbounding box|定位|边界框/i],
  ['ask', /\bquestion about\b|关于这张图片的问题/i],
  ['table', /\btables?\b|表格/i],
  ['chart', /\bcharts?\b|图表/i],
  ['code', /\bcode\b|代码/i],
  ['describe', /\bdescribe\b|描述/i],
  ['ocr', /\btext\b|文字|文本/i],
  ['ask', /[?？]/]
]

/** Goes by what the prompt asks for, in English and Chinese: no prompt carries a mark for tests. */
export function recogniseTask(prompt: string): Marker {
  // Text of the screen that was sent along may speak of anything.
  const own = prompt.replace(/<machine-read-text>[^]*<\/machine-read-text>/, '')
  const [opening = ''] = own.split('\n')
  return markerIn(own, formats) ?? markerIn(opening, openings) ?? 'describe'
}

function markerIn(text: string, signs: readonly (readonly [Marker, RegExp])[]): Marker | undefined {
  return signs.find(([, sign]) => sign.test(text))?.[0]
}

/** A quarter of Han in the whole prompt: those in English quote a Chinese word now and then. */
export function isChinese(prompt: string): boolean {
  return (prompt.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > prompt.length
}
