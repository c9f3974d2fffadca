// Puts the rooms' word files of one language together; a room's keys begin with the room's name.
import type { Words } from '#platform/i18n/message.ts'

export function dictionary(files: Record<string, Words>): Words {
  const words: Words = {}
  for (const [file, own] of Object.entries(files)) {
    const room = file.split('/').at(-3) ?? 'web'
    for (const [key, message] of Object.entries(own)) words[`${room === '..' || room === '.' ? 'web' : room}.${key}`] = message
  }
  return words
}
