import type { result as english } from '../en/result.ts'
import type { Translation } from '../translation.ts'

export const result: Translation<typeof english> = {}
