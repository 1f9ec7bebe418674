import type { viewer as english } from '../en/viewer.ts'
import type { Translation } from '../translation.ts'

export const viewer: Translation<typeof english> = {
  viewport: '图片 {{name}}。方向键移动，加号和减号缩放，Control A 选中全部文字。',
  tools: '图片视图',
  text: '图片中的文字',
  size: '{{width}} × {{height}} 像素',
  page: '{{name}}，第 {{page}} 页',
  pages_one: '{{count}} 页',
  pages_other: '{{count}} 页',
  loading: '正在载入图片…',
  empty: { title: '未选择图片', text: '从图库中选择一项，或把图片拖到窗口任意位置。' },
  left: {
    thumbnail: '这里无法显示完整图片，当前为缩略图。',
    nothing: '无法显示这张图片。'
  },
  zoom: '缩放：{{percent}}',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '适合窗口',
  actual: '实际大小',
  rotate: '旋转',
  makeUpright: '转正',
  showLines: '标出文字的位置',
  search: '在图片中查找',
  searchLabel: '在图片中查找',
  noHits: '未找到',
  hitOf: '第 {{hit}} 处，共 {{total}} 处',
  previousHit: '上一处',
  nextHit: '下一处',
  closeSearch: '关闭查找',
  selected_one: '{{count}} 个字符',
  selected_other: '{{count}} 个字符',
  copySelection: '复制  {{keys}}',
  crop: '选取局部',
  askPart: '就这部分提问',
  readPart: '识别这部分'
}
