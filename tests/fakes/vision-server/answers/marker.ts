/** What a prompt asks for, as far as the server tells answers apart. */
export type Marker = 'probe' | 'detect' | 'chart' | 'table' | 'translate' | 'code' | 'ocr' | 'ask' | 'describe'

/**
 * Words by which a prompt gives itself away, most telling first: formats before verbs, since a prompt for boxes may well
 * speak of text, too. No prompt carries a mark for tests.
 */
const signs: readonly (readonly [Marker, RegExp])[] = [
  ['detect', /bbox_2d|box_2d|bounding box|边界框|检测框|坐标框/i],
  ['chart', /"series"|"rows"/i],
  ['table', /markdown table|markdown (格式的)?表格|表格/i],
  ['probe', /(which|what|the) (single |one |big |large )?word\b|哪个(英文)?(单)?词|单词是/i],
  ['translate', /\btranslat|翻译/i],
  ['code', /source code|\bcode block|program code|源代码|代码/i],
  [
    'ocr',
    /\b(read|transcribe|extract|write out|copy)\b[^.]{0,60}\btext\b|all (the )?text|(识别|提取|读出|转录|抄录|读取)[^。]{0,30}(文字|文本)/i
  ],
  ['describe', /\bdescribe\b|description|描述/i],
  ['ask', /[?？]/]
]

export function recogniseTask(prompt: string): Marker {
  return signs.find(([, sign]) => sign.test(prompt))?.[0] ?? 'describe'
}

export function isChinese(prompt: string): boolean {
  // Prompts in English quote a Chinese word now and then.
  return (prompt.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > prompt.length
}
