; The Windows installer, for Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\driftline.iss
; Not tested: this was written without a Windows machine. See docs/packaging.md.

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 driftline.iss
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.OnDesktop=Put an icon on the desktop
de.OnDesktop=Ein Symbol auf den Desktop legen
en.InTerminals=Make the command 'driftline' known to terminals
de.InTerminals=Den Befehl 'driftline' in Terminals bekannt machen

[Setup]
AppId={{6E0B7E0A-5E5B-4E7C-9B1D-3C1F6B0A7D52}
AppName=Driftline
AppVersion={#Version}
AppPublisher=The Driftline authors
DefaultDirName={autopf}\Driftline
DefaultGroupName=Driftline
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\driftline.ico
UninstallDisplayIcon={app}\driftline-desktop.exe
OutputDir=..\..\dist
OutputBaseFilename=driftline-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Tasks]
Name: "desktopicon"; Description: "{cm:OnDesktop}"; Flags: unchecked
Name: "path"; Description: "{cm:InTerminals}"; Flags: unchecked

[Files]
Source: "..\..\dist\driftline\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Driftline"; Filename: "{app}\driftline-desktop.exe"
Name: "{autodesktop}\Driftline"; Filename: "{app}\driftline-desktop.exe"; Tasks: desktopicon

[Registry]
; Sessions are ours.
Root: HKA; Subkey: "Software\Classes\.driftline"; ValueType: string; ValueData: "Driftline.Session"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.driftline"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-driftline-session"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Driftline.Session"; ValueType: string; ValueData: "Driftline session"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Driftline.Session\DefaultIcon"; ValueType: string; ValueData: "{app}\driftline-desktop.exe,0"
Root: HKA; Subkey: "Software\Classes\Driftline.Session\shell\open\command"; ValueType: string; ValueData: """{app}\driftline-desktop.exe"" ""%1"""
; Texts are offered to us under "Open with"; what opens them by itself stays as it is.
Root: HKA; Subkey: "Software\Classes\Driftline.Text"; ValueType: string; ValueData: "Text for Driftline"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Driftline.Text\shell\open\command"; ValueType: string; ValueData: """{app}\driftline-desktop.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.md\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.html\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.htm\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.mhtml\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.webarchive\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.docx\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.odt\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.rtf\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.eml\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.epub\OpenWithProgids"; ValueType: string; ValueName: "Driftline.Text"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: not IsAdminInstallMode

[Run]
Filename: "{app}\driftline-desktop.exe"; Description: "{cm:LaunchProgram,Driftline}"; Flags: nowait postinstall skipifsilent
