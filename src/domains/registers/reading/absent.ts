// The many ways in which a cell says that there is nothing to say.
import { plainLower, remembering } from './plain.ts'

const absent = new Set([
  '', '-', '--', '---', '.', '..', '...', '?', '??', '/', '\\', 'x', '*', 'n/a', 'na', 'n.a.', 'n.a', 'nil', 'none', 'null', 'nan', 'no', 'not available', 'not applicable',
  'not stated', 'not specified', 'not mentioned', 'not given', 'not known', 'unknown', 'unspecified', 'undefined', 'tbd', 'tba', 'tbc', 'to be decided',
  'to be determined', 'missing', 'blank', 'empty', '无', '無', '没有', '未知', '不详', '不適用', '不适用', '未注明', '未说明', '未填写', '未定', '暂无', '空', 'нет', 'нет данных',
  'не указан', 'не указана', 'не указано', 'не указаны', 'не определен', 'не определён', 'неизвестно', 'отсутствует', 'не применимо', 'н/д', 'б/д', 'نامعلوم', 'نہیں',
  'درج نہیں', 'مذکور نہیں', 'دستیاب نہیں', 'کوئی نہیں', 'ندارد', 'yok', 'belirtilmemiş', 'bilinmiyor', 'tidak ada', 'tidak disebutkan', 'tidak diketahui',
])

/** `text` in plain lower case. */
export const isAbsent = (text: string): boolean => text.length < 24 && absent.has(text.replace(/[()[\].]+$/g, '').replace(/^[([]+/, '').trim())

/** A cell as it came that says something. */
export const isSaid: (text: string) => boolean = remembering((text) => !isAbsent(plainLower(text.slice(0, 100))))
