# Writes the examples of rule pages as inputs: each section of a page as one of `check`, and each of
# its files as one of the target that reads such files. Wants -v into=FOLDER.

function end_section(  target) {
  if (files != "") {
    write("check", files)
    files = ""
  }
}

function write(target, text,  file) {
  file = sprintf("%s/%s/example-%d", into, target, ++count)
  printf "%s", text > file
  close(file)
}

function target(name, text) {
  if (name ~ /\.java$/) return "java"
  if (name ~ /asl/) return "state-machine"
  if (text ~ /openapi: *["'3]|swagger: *["'2]/) return "open-api"
  if (name ~ /\.json$/) return "json"
  return name ~ /\.ya?ml$/ ? "yaml" : ""
}

FNR == 1 { end_section(); open = 0 }
/^##/ && !open { end_section() }
/^```[a-z]+ [^ ]+$/ && !open { open = 1; name = $2; text = ""; next }
/^```$/ && open {
  open = 0
  to = target(name, text)
  if (to != "") write(to, text)
  files = files "-- " name " --\n" text
  next
}
open { text = text $0 "\n" }
END { end_section() }
