import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** What is said about what was done; what was said before this is there, is kept. */
export default function Notices() {
  return <Notifications position="bottom-left" />;
}
