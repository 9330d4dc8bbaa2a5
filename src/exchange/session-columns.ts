/** Which columns of a table hold a session's day, its times and its words, by the names that tools give them. */
import { plainName } from "../core/content/names.ts";
import { bareWord } from "./markdown/languages.ts";

/** Which columns hold what; -1 for none. */
export interface Columns {
  readonly tool: "toggl" | "clockify" | "csv";
  readonly date: number;
  readonly time: number;
  readonly endDate: number;
  readonly end: number;
  readonly duration: number;
  readonly unit: "hours" | "minutes" | "seconds";
  readonly id: number;
  readonly words: readonly number[];
}

const starts = ["start", "started", "startedat", "beginn", "begin", "inicio", "debut", "inizio"];
const dates = [
  "startdate",
  "date",
  "day",
  "datum",
  "startdatum",
  "fecha",
  "fechadeinicio",
  "datededebut",
  "data",
  "datadeinicio",
  "datainizio",
  "дата",
  "日期",
  "日付",
  "날짜",
];
const startTimes = [
  "starttime",
  "timestart",
  "startzeit",
  "startuhrzeit",
  "von",
  "horadeinicio",
  "heurededebut",
  "orainizio",
];
const ends = [
  "endtime",
  "end",
  "stop",
  "stoptime",
  "to",
  "until",
  "ended",
  "endedat",
  "stopped",
  "finish",
  "ende",
  "bis",
  "endzeit",
  "enduhrzeit",
  "fin",
  "horadefin",
  "heuredefin",
  "fim",
  "fine",
];
const endDates = ["enddate", "stopdate", "enddatum", "fechadefin", "datedefin"];
const inSeconds = [
  "seconds",
  "totalseconds",
  "durationseconds",
  "durations",
  "durationsec",
  "sekunden",
];
const inMinutes = [
  "minutes",
  "mins",
  "min",
  "durationmin",
  "durationminutes",
  "totalminutes",
  "minuten",
  "minutos",
  "分钟",
];
const inHours = [
  "duration",
  "durationh",
  "hours",
  "hrs",
  "time",
  "timespent",
  "durationdecimal",
  "totalhours",
  "timeh",
  "totaltime",
  "total",
  "elapsed",
  "dauer",
  "dauerh",
  "stunden",
  "zeit",
  "duracion",
  "horas",
  "duree",
  "heures",
  "durata",
  "ore",
  "duracao",
  "часы",
  "时长",
  "小时",
  "時間",
  "시간",
];
const spoken = [
  "description",
  "project",
  "task",
  "what",
  "topic",
  "paper",
  "tags",
  "tag",
  "title",
  "note",
  "notes",
  "activity",
  "subject",
  "comment",
  "beschreibung",
  "projekt",
  "aufgabe",
  "thema",
  "notiz",
  "descripcion",
  "proyecto",
  "tarea",
  "projet",
  "tache",
  "descrizione",
  "progetto",
  "descricao",
  "projeto",
  "内容",
];

/** Null where the head names no day or no time. */
export function columnsOf(head: readonly string[]): Columns | null {
  const names = head.map((name) => plainName(bareWord(name)));
  const find = (wanted: readonly string[]) => {
    const at = wanted.map((name) => names.indexOf(name)).filter((found) => found >= 0);
    return at.length === 0 ? -1 : Math.min(...at);
  };
  const start = find(starts);
  const named = find(dates);
  const date = named >= 0 ? named : find([...starts, "from"]);
  const time = named >= 0 ? find([...startTimes, ...starts, "from"]) : date;
  const [seconds, minutes, hours] = [find(inSeconds), find(inMinutes), find(inHours)];
  const end = find(ends);
  const duration = [hours, minutes, seconds].find((at) => at >= 0 && at !== start) ?? -1;
  if (date < 0 || (duration < 0 && end < 0)) return null;
  const clockify = names.includes("durationdecimal") || names.includes("durationh");
  const toggl =
    !clockify &&
    names.includes("startdate") &&
    (names.includes("enddate") || names.includes("stopdate"));
  return {
    tool: clockify ? "clockify" : toggl ? "toggl" : "csv",
    date,
    time,
    endDate: find(endDates),
    end,
    duration: minutes >= 0 ? minutes : duration,
    unit: minutes >= 0 ? "minutes" : hours >= 0 ? "hours" : "seconds",
    id: find(["id", "entryid", "timeentryid"]),
    words: names.flatMap((name, at) => (spoken.includes(name) ? [at] : [])),
  };
}
