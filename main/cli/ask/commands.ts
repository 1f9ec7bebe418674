import type { AskTask } from './options.ts'

/** What the help says of a task. `ocr` has a command of its own making. */
export interface AskCommand {
  readonly task: Exclude<AskTask, 'ocr'>
  readonly summary: string
  readonly description: string
  readonly examples: string
}

export const askCommands: readonly AskCommand[] = [
  {
    task: 'describe',
    summary: 'say what pictures show',
    description: 'Says in words what a picture shows. --question adds a wish.',
    examples: `
Examples:
  glyphlens describe photo.jpg
  glyphlens describe --recursive shots --output texts/
  glyphlens describe --dry-run large.png           what would be sent where; nothing is
  glyphlens describe --lang zh-CN photo.jpg`
  },
  {
    task: 'ask',
    summary: 'ask a question about pictures',
    description: 'Answers a question about a picture, in the language of the question.',
    examples: `
Examples:
  glyphlens ask --question "What is the total?" receipt.png
  glyphlens ask --question "Which error is shown?" --tiles screen.png
  glyphlens ask --question "总计是多少？" --json *.png > answers.jsonl
  glyphlens ask --task "Plant names" garden.jpg    a task of your own, made in the app's settings`
  },
  {
    task: 'detect',
    summary: 'locate things with boxes',
    description: 'Locates things in a picture with boxes, in pixels of the picture.',
    examples: `
Examples:
  glyphlens detect --categories person,car street.jpg
  glyphlens detect --boxes boxes.png street.jpg    draw what was found
  glyphlens detect --categories button,icon --export yolo --output dataset/ shots`
  },
  {
    task: 'chart',
    summary: 'read charts as data',
    description: 'Reads a chart as title, axes, series and rows.',
    examples: `
Examples:
  glyphlens chart --format csv chart.png > chart.csv
  glyphlens chart --format json chart.png`
  },
  {
    task: 'table',
    summary: 'read tables as rows and columns',
    description: 'Reads the tables of a picture as rows and columns.',
    examples: `
Examples:
  glyphlens table --format csv table.png > table.csv
  glyphlens table --format html --output tables/ scans`
  },
  {
    task: 'translate',
    summary: 'translate the text of pictures',
    description:
      'Translates the text of a picture and keeps its layout. Without --to into your language, and from that one into the other of English and Chinese.',
    examples: `
Examples:
  glyphlens translate --to en menu.jpg
  glyphlens translate --to ja --output translated/ pages`
  },
  {
    task: 'code',
    summary: 'copy code out of pictures',
    description: 'Copies the code, command or output that a picture shows, character by character.',
    examples: `
Examples:
  glyphlens code shot.png > greet.ts`
  }
]
