// The verbs of news: write, change, remove. What was written stays in the journal.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import type { News, NewsText } from './model.ts'
import { addNews, holdNews, putNews, removeNews as remove } from './news-store.ts'
import { whyNotAnnounce, whyNotKeep } from './rules.ts'
import { holdAlliance } from './store.ts'

export async function publish(at: Doing, id: Id, text: NewsText): Promise<News> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  demand(whyNotKeep(alliance, at.viewer) ?? whyNotAnnounce(text))
  const news: News = { id: newId(), allianceId: id, ...asKept(text), example: false, writtenBy: at.viewer.id, changedAt: at.now }
  await addNews(at.db, [news])
  await record(at, { what: 'alliance.news-written', about: id, data: { newsId: news.id, title: text.title, public: text.public } })
  return news
}

export async function changeNews(at: Doing, id: Id, newsId: Id, text: NewsText): Promise<News> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const before = await holdNews(at.db, id, newsId)
  demand(whyNotKeep(alliance, at.viewer) ?? whyNotAnnounce(text))
  const news: News = { ...before, ...asKept(text), changedAt: at.now }
  await putNews(at.db, news)
  await record(at, { what: 'alliance.news-changed', about: id, data: { newsId, before: { title: before.title, body: before.body, public: before.public } } })
  return news
}

export async function removeNews(at: Doing, id: Id, newsId: Id): Promise<{ id: Id }> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const { title, body, onDay } = await holdNews(at.db, id, newsId)
  demand(whyNotKeep(alliance, at.viewer))
  await remove(at.db, newsId)
  await record(at, { what: 'alliance.news-removed', about: id, data: { newsId, title, body, onDay } })
  return { id: newsId }
}

const asKept = ({ on, ...text }: NewsText) => ({ ...text, onDay: on.value, precision: on.precision })
