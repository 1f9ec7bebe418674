import {
  ChartColumn,
  CodeXml,
  Languages,
  type LucideIcon,
  MessageCircleQuestionMark,
  ScanText,
  Shapes,
  Sparkles,
  Table2,
  TextQuote
} from 'lucide-react'
import type { TaskChoice } from './wish.ts'

/** One sign for each task, here and wherever a task is named. */
export const taskIcons: Readonly<Record<TaskChoice | 'own', LucideIcon>> = {
  read: ScanText,
  ask: MessageCircleQuestionMark,
  describe: TextQuote,
  detect: Shapes,
  chart: ChartColumn,
  table: Table2,
  translate: Languages,
  code: CodeXml,
  own: Sparkles
}
