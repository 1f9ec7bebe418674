import type { composer as english } from '../en/composer.ts'
import type { Translation } from '../translation.ts'

export const composer: Translation<typeof english> = {}
