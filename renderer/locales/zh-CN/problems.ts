import type { problems as english } from '../en/problems.ts'
import type { Translation } from '../translation.ts'

export const problems: Translation<typeof english> = {}
