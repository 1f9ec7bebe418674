/** A number with what stood around it. */
export interface Quantity {
  readonly value: number
  /** "%", a currency sign or the letters behind the number; undefined when there was none. */
  readonly unit: string | undefined
}

/** Words and letters that multiply. Only capital M and B: "5 m" are metres. */
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  bn: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12
}
const scaleNames = Object.keys(scales).toSorted((a, b) => b.length - a.length)

/** Longer texts are sentences. */
const maximumLength = 60

/**
 * Reads what a person writes in a cell: "1,234.5", "1 234,5", "12 %", "¥3.2万", "(5)", "~40 kg". Percent stays as it is
 * written (12 with the unit "%"), scales are multiplied in (¥3.2万 is 32,000). A comma before exactly three digits parts
 * thousands, any other one is a decimal comma. Undefined for all else: dates, ranges, words that begin with a letter.
 */
export function readQuantity(text: string): Quantity | undefined {
  if (text.length > maximumLength) return undefined
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013\ufe63]/gu, '-')
    .trim()
  const isNegative = /^\(.*\)$/u.test(plain)
  const body = (isNegative ? plain.slice(1, -1) : plain).replace(/^(?:[~≈<>≤≥]|约|about )\s*/u, '')
  const match =
    /^(-?)\s*((?:US|HK|NT|CN|A|C)?[$¥€£₩₹]|RMB|CNY|USD|EUR)?\s*([-+]?)(\d[\d.,' \u00a0\u2009]*|\.\d+)(e[-+]?\d{1,3})?(\D*)$/u.exec(
      body
    )
  if (!match) return undefined
  const [, outerSign = '', currency, innerSign = '', digits = '', exponent = '', tail = ''] = match
  const number = readDigits(digits.trimEnd())
  const after = readTail(tail.trim())
  if (number === undefined || after === undefined || (outerSign !== '' && innerSign !== '')) return undefined
  const sign = (outerSign === '-' || innerSign === '-') !== isNegative ? -1 : 1
  const value = Number(`${number}${exponent}`) * after.scale
  if (!Number.isFinite(value)) return undefined
  return { value: sign * tidy(value), unit: currency ?? after.unit }
}

/** Digits with marks between them as JavaScript writes them; undefined when the marks make no sense. */
function readDigits(digits: string): string | undefined {
  const plain = digits.replaceAll(/[' \u00a0\u2009](?=\d{3}(?!\d))/gu, '')
  if (/^\d*\.?\d+$|^\d+\.$/u.test(plain)) return plain
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(plain) || /^\d{1,4}(?:,\d{4})+$/u.test(plain))
    return plain.replaceAll(',', '')
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/u.test(plain)) return plain.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(plain)) return plain.replaceAll('.', '')
  if (/^\d+,\d+$/u.test(plain)) return plain.replace(',', '.')
  return undefined
}

/** What follows a number: a scale, a unit, or both. Undefined when it is a sentence rather than a unit. */
function readTail(tail: string): { readonly scale: number; readonly unit: string | undefined } | undefined {
  const name = scaleNames.find((scale) => tail.startsWith(scale) && !/^[a-z]/iu.test(tail.slice(scale.length)))
  const unit = tail.slice(name?.length ?? 0).trim()
  if (unit.length > 20 || /^[-:/,.]\s*$|^-/u.test(unit)) return undefined
  return { scale: name === undefined ? 1 : (scales[name] ?? 1), unit: unit === '' ? undefined : unit }
}

/** 3.2 times 10,000 is 32,000 and not 32000.000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
