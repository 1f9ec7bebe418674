import type { DialogText } from '../templates/dialog.ts'
import type { DocsText } from '../templates/docs.ts'
import type { MailText } from '../templates/mail.ts'

/** Texts of the `pages` set, written for this benchmark. */
export const docs: DocsText = {
  brand: 'Tidewheel',
  links: ['Guide', 'Reference', 'Changes', 'Community'],
  chapters: [
    { title: 'First steps', entries: ['Install', 'Your first wheel', 'Project layout', 'Command line'] },
    { title: 'Schedules', entries: ['Intervals', 'Calendars', 'Time zones', 'Missed runs'] },
    { title: 'Storage', entries: ['Local files', 'Shared folders', 'Encryption', 'Pruning'] },
    { title: 'Running it', entries: ['As a service', 'In a container', 'Logs', 'Upgrading'] }
  ],
  title: 'Missed runs',
  parts: [
    {
      kind: 'text',
      text: 'A run is missed when the computer sleeps, is switched off or has no network at the moment that the schedule names. Tidewheel notices this at the next start and looks up what the schedule wants to happen.'
    },
    { kind: 'heading', text: 'Choosing a policy' },
    {
      kind: 'text',
      text: 'The policy is part of the schedule. The default is to run once, however many moments have passed, because most jobs only care that they have run at all.'
    },
    { kind: 'item', text: 'once: run a single time as soon as possible.' },
    { kind: 'item', text: 'each: run for every missed moment, the oldest first.' },
    { kind: 'item', text: 'skip: forget what was missed and wait for the next moment.' },
    { kind: 'code', text: '[schedule.nightly]' },
    { kind: 'code', text: 'at = "02:30"' },
    { kind: 'code', text: 'missed = "once"' },
    { kind: 'code', text: 'grace = "6h"' },
    { kind: 'heading', text: 'Grace period' },
    {
      kind: 'text',
      text: 'A run that is later than its grace period is dropped, whatever the policy says. The log then holds one line with the name of the schedule, the moment and the reason.'
    },
    { kind: 'text', text: 'Set the period to zero to be strict. Leave it out to accept any delay.' }
  ],
  contents: ['Choosing a policy', 'Grace period', 'Reading the log', 'Edit this page']
}

export const chineseDocs: DocsText = {
  brand: '潮汐轮',
  links: ['指南', '参考', '更新日志', '社区'],
  chapters: [
    { title: '入门', entries: ['安装', '第一个任务', '项目结构', '命令行'] },
    { title: '计划', entries: ['时间间隔', '日历', '时区', '错过的任务'] },
    { title: '存储', entries: ['本地文件', '共享文件夹', '加密', '清理'] },
    { title: '运行', entries: ['作为服务', '在容器中', '日志', '升级'] }
  ],
  title: '错过的任务',
  parts: [
    {
      kind: 'text',
      text: '如果电脑在计划的时刻处于休眠、关机或断网状态，任务就会被错过。潮汐轮会在下次启动时发现这一情况，并按照计划中的设置进行处理。'
    },
    { kind: 'heading', text: '选择策略' },
    {
      kind: 'text',
      text: '策略是计划的一部分。默认情况下，无论错过多少次，任务只补跑一次，因为大多数任务只关心是否运行过。'
    },
    { kind: 'item', text: '一次：尽快补跑一次。' },
    { kind: 'item', text: '每次：从最早的开始，逐一补跑。' },
    { kind: 'item', text: '跳过：忽略错过的任务，等待下一个时刻。' },
    { kind: 'code', text: 'at = "02:30"' },
    { kind: 'code', text: 'missed = "once"' },
    { kind: 'heading', text: '宽限时间' },
    { kind: 'text', text: '超过宽限时间的任务会被放弃，与策略无关。日志中会留下一行，写明计划名称、时刻和原因。' },
    { kind: 'text', text: '把宽限时间设为零表示严格执行，不设置则接受任意长的延迟。' }
  ],
  contents: ['选择策略', '宽限时间', '阅读日志', '编辑本页']
}

export const mail: MailText = {
  folders: ['Inbox', 'Starred', 'Drafts', 'Sent', 'Receipts', 'Choir', 'Allotment', 'Spam', 'Bin'],
  messages: [
    {
      from: 'Greta Solberg',
      time: '11:42',
      subject: 'Minutes of Tuesday',
      preview: 'Attached are the minutes. Two points are'
    },
    {
      from: 'Allotment office',
      time: '10:05',
      subject: 'Water from 3 April',
      preview: 'The taps will be turned on again on'
    },
    {
      from: 'Kenji Watanabe',
      time: '09:31',
      subject: 'Re: bass part',
      preview: 'I can print six copies if you send the'
    },
    {
      from: 'Harbour Books',
      time: 'Mon',
      subject: 'Your order 66120',
      preview: 'One title is out of stock until the end'
    },
    { from: 'Dr. N. Adeyemi', time: 'Mon', subject: 'Appointment', preview: 'We have moved your appointment to' },
    { from: 'Piet Verhoeven', time: 'Sun', subject: 'Bean seedlings', preview: 'There are forty of them on my window' }
  ],
  subject: 'Minutes of Tuesday',
  details: ['From: Greta Solberg', 'To: Committee', 'Today, 11:42'],
  body: [
    'Dear all,',
    'Attached are the minutes of our meeting on Tuesday. Two points are still open and need a decision before Friday, so please answer even if the answer is only yes or no.',
    'First, the hall. The school offers the large hall for 180 a night, heating included. The church is free but has no piano, and the tuner would charge 95 to move ours.',
    'Second, the programme. Kenji has found parts for all of the carols except the last, and proposes that we sing it from memory as we did three years ago. I remember that evening differently than he does.',
    'Best wishes,',
    'Greta'
  ]
}

export const chineseMail: MailText = {
  folders: ['收件箱', '星标邮件', '草稿箱', '已发送', '账单', '合唱团', '菜园', '垃圾邮件', '已删除'],
  messages: [
    { from: '宋秋雁', time: '11:42', subject: '周二会议纪要', preview: '附件是会议纪要，还有两个问题' },
    { from: '菜园管理处', time: '10:05', subject: '四月三日起恢复供水', preview: '水龙头将于四月三日重新' },
    { from: '渡边健司', time: '09:31', subject: '回复：低音声部', preview: '如果你把文件发给我，我可以' },
    { from: '海港书店', time: '周一', subject: '您的订单66120', preview: '有一本书暂时缺货，预计月底' },
    { from: '邓医生', time: '周一', subject: '预约变更', preview: '您的预约已改到下周三上午' }
  ],
  subject: '周二会议纪要',
  details: ['发件人：宋秋雁', '收件人：委员会', '今天11:42'],
  body: [
    '各位好：',
    '附件是周二的会议纪要。还有两个问题需要在周五之前决定，请大家务必回复，哪怕只回复同意或者不同意。',
    '第一是场地。学校愿意以每晚180元的价格出租大礼堂，费用包含暖气。教堂免费，但是没有钢琴，搬运钢琴需要另付95元。',
    '第二是曲目。健司已经找到除最后一首以外的全部乐谱，他建议最后一首像三年前那样背谱演唱。',
    '祝好，',
    '秋雁'
  ]
}

export const save: DialogText = {
  title: 'Save changes?',
  message: 'The drawing "north-elevation" has 14 changes that are not saved. If you close it now, they are lost.',
  fields: [
    { label: 'File name', value: 'north-elevation.dwx' },
    { label: 'Folder', value: 'Projects / Boathouse / 2026' }
  ],
  choices: ['Keep a copy of the previous version', 'Open it again at the next start'],
  buttons: ['Do not save', 'Cancel', 'Save']
}

export const chineseSave: DialogText = {
  title: '导出图片',
  message: '将选中的十二个图层导出为图片。超过四千像素的图层会被缩小，原文件不会改变。',
  fields: [
    { label: '文件格式', value: 'PNG（无损压缩）' },
    { label: '保存位置', value: '图片 / 项目 / 船坞' },
    { label: '分辨率', value: '每英寸300点' }
  ],
  choices: ['包含隐藏的图层', '完成后打开文件夹'],
  buttons: ['取消', '预览', '导出']
}

export const folders: readonly string[] = [
  'boathouse',
  'src',
  'index',
  'mkindex.py',
  'query.py',
  'tests',
  'test_query.py',
  'pyproject.toml',
  'README.md',
  'LICENSE'
]

export const terminal: readonly string[] = [
  '$ python -m pytest -q',
  '..........F.....                                 [100%]',
  'FAILED tests/test_query.py::test_empty_root - AssertionError',
  '1 failed, 15 passed in 0.84s',
  '$ git status --short',
  ' M index/query.py'
]
