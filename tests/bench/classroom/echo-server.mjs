/** What socket.io costs by itself: acknowledges everything, keeps nothing. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, {
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  pingInterval: 10_000,
  pingTimeout: 8000,
});
io.on('connection', (socket) => {
  socket.on('submit', (body, reply) => reply({ ok: true, value: body.submissionId }));
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.send?.({ ready: { port: http.address().port } });
});
