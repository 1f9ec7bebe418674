import { documentOf, each, escape, type Look } from '../look.ts'

export interface DialogText {
  readonly title: string
  readonly message: string
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly choices: readonly string[]
  readonly buttons: readonly string[]
}

/** A question over an empty window: text, fields beside their labels, choices, buttons at the right. */
export function dialog(look: Look, text: DialogText, { size = 14 }: { readonly size?: number } = {}): string {
  const { line, panel, background, accent } = look.theme
  const fields = text.fields.map(
    ({ label, value }) => `<div class=field data-row><span>${escape(label)}</span><b>${escape(value)}</b></div>`
  )
  return documentOf(
    look,
    `body{background:${panel};display:flex;align-items:center;justify-content:center;font-size:${size}px;line-height:1.5}
    main{width:520px;background:${background};border:1px solid ${line};border-radius:10px;padding:22px 26px;box-shadow:0 8px 30px #0005} h2{margin:0 0 8px;font-size:${size + 5}px} p{margin:0 0 16px}
    .field{display:flex;margin-bottom:10px;align-items:center} .field span{width:120px} .field b{flex:1;font-weight:400;border:1px solid ${line};border-radius:5px;padding:5px 10px}
    .choice{margin:0 0 8px 24px;position:relative} .choice:before{content:"";position:absolute;left:-22px;top:5px;width:12px;height:12px;border:1px solid ${line}}
    footer{display:flex;justify-content:flex-end;gap:12px;margin-top:18px} footer span{border:1px solid ${line};border-radius:6px;padding:6px 16px} footer span:last-child{background:${accent};color:${background}}`,
    `<main><h2>${escape(text.title)}</h2><p>${escape(text.message)}</p>${fields.join('')}${each(text.choices, 'div', 'class=choice')}<footer data-row>${each(text.buttons, 'span')}</footer></main>`
  )
}
