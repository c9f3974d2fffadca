// The persons that the texts name, and the posts in which they name them. No term is stated anywhere.
import type { SourceName } from './sources.ts'

export type Mentioned = { key: string; name: string; native?: string; from: SourceName; posts: { at: string; title: Record<string, string> }[] }

const post = (at: string, en: string, zh: string, ru: string, ur: string) => ({ at, title: { en, zh, ru, ur } })

export const people: Mentioned[] = [
  { key: 'qaisar', name: 'Qaisar Abbas', native: 'قیصر عباس', from: 'sargodha', posts: [post('sargodha', 'Vice Chancellor', '校长', 'Вице-канцлер', 'وائس چانسلر')] },
  { key: 'bhatti', name: 'Ijaz Asghar Bhatti', native: 'اعجاز اصغر بھٹی', from: 'sargodha', posts: [post('sargodha', 'Director External Linkages', '对外联络主任', 'Директор по внешним связям', 'ڈائریکٹر ایکسٹرنل لنکجز')] },
  { key: 'awan', name: 'Tahir Mumtaz Awan', native: 'طاہر ممتاز اعوان', from: 'sargodha', posts: [
    post('china-studies', 'Director', '主任', 'Директор', 'ڈائریکٹر'), post('confucius', 'Host Director', '外方院长', 'Директор с принимающей стороны', 'میزبان ڈائریکٹر')] },
  { key: 'kain', name: 'Janesh Kain', from: 'conference', posts: [post('sco', 'Deputy Secretary-General', '副秘书长', 'Заместитель генерального секретаря', 'نائب سیکرٹری جنرل')] },
  { key: 'zhang-liqun', name: 'Zhang Liqun', native: '张立群', from: 'conference', posts: [
    post('xjtu', 'President', '校长', 'Президент', 'صدر'), post('engineering', 'Member', '院士', 'Член академии', 'رکن')] },
  { key: 'wang', name: 'Wang Shuguo', native: '王树国', from: 'uansr', posts: [post('xjtu', 'President (2015)', '校长（2015年）', 'Президент (2015)', 'صدر (2015)')] },
  { key: 'xi', name: 'Xi Guang', native: '席光', from: 'uansr', posts: [post('xjtu', 'Vice President (2015)', '副校长（2015年）', 'Вице-президент (2015)', 'نائب صدر (2015)')] },
  { key: 'yan', name: 'Yan Hong', native: '颜虹', from: 'uansr', posts: [post('xjtu', 'Vice President (2015)', '副校长（2015年）', 'Вице-президент (2015)', 'نائب صدر (2015)')] },
  { key: 'zhang-hanrong', name: 'Zhang Hanrong', native: '张汉荣', from: 'uansr', posts: [post('xjtu', 'Vice President (2015)', '副校长（2015年）', 'Вице-президент (2015)', 'نائب صدر (2015)')] },
  { key: 'xue', name: 'Xue Maoyun', native: '薛茂云', from: 'digital', posts: [post('jiangsu', 'Former president', '前校长', 'Бывший президент', 'سابق صدر')] },
  { key: 'rao', name: 'Rao Rashid Ali', native: 'راؤ راشد علی', from: 'digital', posts: [post('tevta', 'Director General', '局长', 'Генеральный директор', 'ڈائریکٹر جنرل')] },
  { key: 'omar', name: 'Muhammad Omar', native: 'محمد عمر', from: 'digital', posts: [post('embassy', 'Counsellor and Head of Chancery', '参赞兼办公室主任', 'Советник, глава канцелярии', 'کونسلر اور سربراہ چانسری')] },
  { key: 'awais', name: 'Afifa Shajia Awais', native: 'عفیفہ شاجیہ اویس', from: 'digital', posts: [post('embassy', 'Counsellor of Education', '教育参赞', 'Советник по образованию', 'کونسلر برائے تعلیم')] },
]
