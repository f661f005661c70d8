/** Where subscriptions are served; WebSockets are opened there and nowhere else. */
export const STREAM_PATH = '/graphql/stream';
