import type { viewer as english } from '../en/viewer.ts'
import type { Translation } from '../translation.ts'

export const viewer: Translation<typeof english> = {}
