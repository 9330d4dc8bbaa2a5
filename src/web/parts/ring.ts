/** Two short tones. Where the browser plays nothing before a first click, the clock's words say it alone. */
export function ring(): void {
  const context = new AudioContext();
  for (const from of [0, 0.35]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = 0.15;
    tone.frequency.value = 880;
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + from);
    tone.stop(context.currentTime + from + 0.2);
    if (from > 0) tone.onended = () => void context.close();
  }
}
