// Structured logs: one JSON object a line (pino), with the request's id; never a password, a cookie or a token.
import { pino, type Logger } from 'pino'

export type { Logger }

/** Lines are handed on a few at a time, at the latest after a second and when the process ends: one by one they took a tenth of a short answer. */
export function makeLog(level: string): Logger {
  return pino({ level, redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-csrf-token"]'], censor: '[kept back]' },
    serializers: { req: (request) => ({ method: request.method, url: String(request.url).replace(/(token|code|state)=[^&]+/g, '$1=[kept back]'), from: request.ip }) } }, pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 }))
}
