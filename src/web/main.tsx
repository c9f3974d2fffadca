// The client's door: the language and the viewer are asked for at once, then the page is drawn.
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './ui/tokens.css'
import './fonts/near.css'
import './ui/base.css'
import { loadFonts, typefaceSoon } from './fonts.ts'
import { makeQuestions } from './questions.ts'
import { makeRouter } from './router.tsx'
import { chosenLocale, completeWords, firstLocale, loadWords, speakIn, spokenLocale } from './speech.ts'
import { applyTheme } from './theme.ts'
import { meQuestion } from './viewer.ts'

applyTheme()
const questions = makeQuestions(() => void router.invalidate())
const router = makeRouter(questions)
let locale = firstLocale()
let words = loadWords(locale)
let typeface = typefaceSoon(locale)
// Whether this fails is shown by the page, not here.
await questions.prefetchQuery(meQuestion)
// Who comes on a new machine is spoken to in the language they chose elsewhere: a page drawn in another one first would turn over.
const theirs = questions.getQueryData(meQuestion.queryKey)?.viewer?.locale
if (theirs && theirs !== locale && !chosenLocale()) [locale, words, typeface] = [theirs, loadWords(theirs), typefaceSoon(theirs)]
speakIn(locale)
await typeface

createRoot(document.getElementById('pamir')!).render(
  <App questions={questions} router={router} start={{ locale, words: await words }} />,
)
loadFonts()
// Fetched when the page stands: nobody waits for it.
setTimeout(() => {
  void completeWords(spokenLocale())
  void import('./offline/begin.ts').then(({ beginOffline }) => beginOffline(questions, router))
}, 1500)
