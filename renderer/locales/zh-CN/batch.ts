import type { batch as english } from '../en/batch.ts'
import type { Translation } from '../translation.ts'

export const batch: Translation<typeof english> = {
  title: '批量',
  loading: '正在查看队列…',
  list: '批次',
  doneOf: '{{done}} / {{total}}',
  failedCount_one: '{{formatted}} 个失败',
  failedCount_other: '{{formatted}} 个失败',
  waitingCount_one: '{{formatted}} 个等待中',
  waitingCount_other: '{{formatted}} 个等待中',
  paused: '已暂停',
  listing: '仍在查找文件',
  watching: '正在监视新文件',
  rateSecond: '每秒 {{rate}} 个',
  rateMinute: '每分钟 {{rate}} 个',
  timeLeft: '大约还需 {{time}}',
  queue: {
    label: '队列',
    working: '处理中',
    idle: '空闲',
    paused: '队列已暂停',
    empty: '全部完成。',
    left_one: '还剩 {{formatted}} 个',
    left_other: '还剩 {{formatted}} 个',
    pause: '全部暂停',
    resume: '继续'
  },
  waiting: {
    offline_one: '{{formatted}} 个在等待网络',
    offline_other: '{{formatted}} 个在等待网络',
    'needs-key_one': '{{formatted}} 个需要密钥',
    'needs-key_other': '{{formatted}} 个需要密钥',
    rate_one: '{{formatted}} 个因请求过于频繁而等待',
    rate_other: '{{formatted}} 个因请求过于频繁而等待',
    quota_one: '{{formatted}} 个在等待配额',
    quota_other: '{{formatted}} 个在等待配额',
    'disk-full_one': '{{formatted}} 个在等待磁盘空间',
    'disk-full_other': '{{formatted}} 个在等待磁盘空间',
    paused_one: '{{formatted}} 个已暂停',
    paused_other: '{{formatted}} 个已暂停',
    retry_one: '{{formatted}} 个稍后重试',
    retry_other: '{{formatted}} 个稍后重试',
    unsure_one: '{{formatted}} 个等你决定',
    unsure_other: '{{formatted}} 个等你决定'
  },
  files: {
    label: '文件',
    all: '全部',
    open: '未完成',
    done: '完成',
    failed: '失败',
    refused: '未接收',
    nothing: '没有这样的文件',
    more_one: '还有 {{count}} 个',
    more_other: '还有 {{count}} 个'
  },
  actions: {
    retry: '重试失败项',
    pause: '暂停',
    resume: '继续',
    cancel: '取消',
    export: '导出全部',
    unwatch: '停止监视'
  },
  cancel: {
    title: '取消“{{title}}”？',
    text: '尚未完成的部分将被取消。已有的答案会保留，每个文件以后都可以重试。',
    action: '取消这个批次'
  },
  new: {
    label: '新建批次',
    folder: '文件夹…',
    files: '文件或 PDF…',
    watch: '监视文件夹…'
  },
  watch: {
    title: '监视“{{name}}”',
    text: '从现在起，出现在这个文件夹里的每张图片和每个 PDF 都会被处理。已有的文件不受影响。',
    goes: '每张图片都会发送给 {{name}}，每张至少一次请求。',
    begin: '开始监视',
    begun: '已开始监视“{{name}}”'
  },
  empty: {
    title: '还没有批次',
    text: '一次处理整个文件夹、多个文件或 PDF 的各页，其间可以继续做别的事。'
  }
}
