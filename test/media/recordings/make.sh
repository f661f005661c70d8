#!/bin/sh
# How the files of this folder were made, and what other tools say of them (Debian 12's ffmpeg 5.1).
set -e
cd "$(dirname "$0")"
f() { ffmpeg -hide_banner -loglevel error -y "$@"; }
tone() { f -f lavfi -i sine=frequency=440:sample_rate=44100:duration=2 -af "volume='if(lt(t,1),1,0.25)':eval=frame" "$@"; }
pattern() { f -f lavfi -i testsrc2=size=160x90:rate=10:duration=2 "$@"; }

tone -c:a libmp3lame -b:a 64k voice.mp3
tone -c:a aac -b:a 48k -movflags +faststart voice.m4a
tone -c:a aac -b:a 48k moov-at-end.m4a
tone -c:a aac -b:a 48k voice.aac
tone -ar 48000 -c:a libopus -b:a 32k opus.ogg
tone -c:a libvorbis vorbis.ogg
tone -ar 48000 -c:a libopus -b:a 32k voice.webm
tone -ar 48000 -c:a libopus -b:a 32k -live 1 -f webm - >recorded.webm
tone -ar 8000 -c:a pcm_s16le voice.wav
tone -ar 8000 -c:a flac voice.flac

f -f lavfi -i testsrc2=size=160x90:rate=10:duration=2 -f lavfi -i sine=duration=2 \
  -c:v libx264 -pix_fmt yuv420p -c:a aac -b:a 32k -movflags +faststart clip.mp4
f -i clip.mp4 -c copy -metadata:s:v:0 rotate=90 turned.mp4
pattern -vf setsar=4/3 -c:v libx264 -pix_fmt yuv420p anamorphic.mp4
f -f lavfi -i color=black:size=160x90:rate=10:duration=1 -f lavfi -i testsrc2=size=160x90:rate=10:duration=2 \
  -filter_complex '[0][1]concat=n=2' -c:v libx264 -g 5 -pix_fmt yuv420p black-at-first.mp4
pattern -c:v libx264 -pix_fmt yuv420p -movflags frag_keyframe+empty_moov fragments.mp4
pattern -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p -tag:v hvc1 hevc.mov
pattern -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10le -tag:v hvc1 ten-bits.mov
pattern -c:v libvpx-vp9 -b:v 100k vp9.webm
pattern -c:v libvpx -b:v 100k vp8.webm
pattern -c:v libsvtav1 -pix_fmt yuv420p av1.mp4
pattern -c:v libx264 -pix_fmt yuv420p clip.mkv

# AMR has no encoder here; fifty frames of silence at 12.2 kbit/s are one second.
{ printf '#!AMR\n'; for _ in $(seq 50); do printf '\074'; head -c 31 /dev/zero; done; } >voice.amr

# What ffprobe says; the mean colours of 8 by 8 parts of each picture's first frame, as shown; each sound's samples as 64 root mean squares.
node - <<'EOF'
const { execFileSync } = require('node:child_process');
const { readdirSync, writeFileSync } = require('node:fs');
const told = {};
// Of streams without a header ffprobe guesses by their bytes: their packets tell.
function durationOf(file, { format }) {
  if (!/\.(amr|aac)$/.test(file)) return Number(format.duration) || null;
  const { packets } = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_packets', file]));
  return packets.reduce((sum, { duration_time: seconds }) => sum + Number(seconds), 0);
}
function eighths(pixels, width, height) {
  const [sums, counts] = [Array(192).fill(0), Array(192).fill(0)];
  for (const [at, value] of pixels.entries()) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const part = (Math.floor((y * 8) / height) * 8 + Math.floor((x * 8) / width)) * 3 + (at % 3);
    sums[part] += value;
    counts[part] += 1;
  }
  return sums.map((sum, part) => Math.round(sum / counts[part]));
}
for (const file of readdirSync('.').filter((name) => !/\.(sh|json|md)$/.test(name))) {
  const probe = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', file]));
  const video = probe.streams.find(({ codec_type: type }) => type === 'video');
  const sound = probe.streams.find(({ codec_type: type }) => type === 'audio');
  const entry = { duration: durationOf(file, probe), codec: (video ?? sound).codec_name };
  if (video !== undefined) {
    const { width, height, sample_aspect_ratio: aspect, side_data_list: sides = [] } = video;
    const rotation = sides.find((side) => side.rotation !== undefined)?.rotation ?? 0;
    const at = file.startsWith('black') ? ['-ss', '1'] : [];
    const shown = ['-vf', 'scale=iw*sar:ih', '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'ppm', '-pix_fmt', 'rgb24', '-'];
    const picture = execFileSync('ffmpeg', ['-v', 'error', ...at, '-i', file, ...shown]);
    const [head, across, down] = /^P6\s(\d+) (\d+)\s255\s/.exec(picture.toString('latin1', 0, 40));
    const pixels = eighths(picture.subarray(head.length), Number(across), Number(down));
    Object.assign(entry, { width, height, aspect, rotation, pixels });
  } else if (!file.endsWith('.amr')) {
    const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-ac', '1', '-f', 'f32le', '-']);
    const samples = Array.from({ length: raw.length / 4 }, (_, at) => raw.readFloatLE(at * 4));
    const parts = Array.from({ length: 64 }, (_, point) => {
      const [from, to] = [point, point + 1].map((edge) => Math.floor((edge * samples.length) / 64));
      return Math.sqrt(samples.slice(from, to).reduce((sum, value) => sum + value * value, 0) / (to - from));
    });
    entry.waveform = parts.map((part) => Math.round((part / Math.max(...parts)) * 255));
  }
  told[file] = entry;
}
writeFileSync('expected.json', `${JSON.stringify(told)}\n`);
EOF
cd ../../.. && npx biome format --write test/media/recordings/expected.json
