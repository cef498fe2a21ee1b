import '../styles/tokens.css';
import '../styles/base.css';
import './student.css';
import { mount } from 'svelte';
import { socketChannel } from '#lib/transport/socket-channel.ts';
import { Student } from './Student.svelte.ts';
import StudentPage from './StudentPage.svelte';

/** The code in the link that opened the page: `#123456`. */
const code = location.hash.slice(1);

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for its content.');
mount(StudentPage, { target, props: { student: new Student(() => socketChannel(), code) } });
