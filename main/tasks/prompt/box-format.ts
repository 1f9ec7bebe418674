import type { BoxSpace, PromptContext } from '../task.ts'
import type { Wording } from './language.ts'

/** Keys and orders as the families of models were taught them: `bbox_2d` by Qwen, `box_2d` with y first by Gemma. */
const examples: Readonly<Record<BoxSpace, string>> = {
  thousand: '[{"bbox_2d": [x1, y1, x2, y2], "label": "..."}]',
  'thousand-y-first': '[{"box_2d": [y1, x1, y2, x2], "label": "..."}]',
  pixels: '[{"bbox_2d": [x1, y1, x2, y2], "label": "..."}]',
  unit: '[{"bbox_2d": [x1, y1, x2, y2], "label": "..."}]'
}

const thousand: Wording = {
  en: 'whole numbers from 0 to 1000, relative to the width and the height of the picture',
  'zh-CN': '0 到 1000 之间的整数，分别相对于图片的宽和高'
}

const numbers: Readonly<Record<BoxSpace, Wording>> = {
  thousand,
  'thousand-y-first': thousand,
  pixels: { en: 'pixels of the picture as you see it', 'zh-CN': '你所看到的图片中的像素坐标' },
  unit: {
    en: 'decimal numbers from 0 to 1, relative to the width and the height of the picture',
    'zh-CN': '0 到 1 之间的小数，分别相对于图片的宽和高'
  }
}

/** Asks for boxes as JSON, in the numbers that the model is used to. */
export function boxFormat({ boxes, language }: PromptContext): string {
  const [example, unit] = [examples[boxes], numbers[boxes][language]]
  return {
    en: `Answer with JSON only, a list of this form:
${example}
(x1, y1) is the top left corner, (x2, y2) the bottom right corner, in ${unit}. Further properties that are asked for stand as more keys of each entry.`,
    'zh-CN': `只用 JSON 回答，格式为如下列表：
${example}
(x1, y1) 是左上角，(x2, y2) 是右下角，单位为${unit}。若要求其他属性，作为每一项的附加键给出。`
  }[language]
}
